import EmailProvider from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import KakaoProvider from "next-auth/providers/kakao";
import NaverProvider from "next-auth/providers/naver";
import { mailServer, oauthClient } from "../env";
import { normaliseEmail } from "@/lib/wire/email";
import { sendMail } from "./mail";
import type { Provider } from "next-auth/providers/index";

/** The providers whose environment variables are set, besides e-mail with password, which always works. */
export function configuredProviders(): Provider[] {
  const google = oauthClient("GOOGLE");
  const github = oauthClient("GITHUB");
  const kakao = oauthClient("KAKAO");
  const naver = oauthClient("NAVER");
  const mail = mailServer();
  return [
    ...(google ? [GoogleProvider(google)] : []),
    ...(github ? [GitHubProvider(github)] : []),
    ...(kakao ? [KakaoProvider(kakao)] : []),
    ...(naver ? [NaverProvider(naver)] : []),
    ...(mail ? [magicLink(mail)] : []),
  ];
}

export function providerList(): { id: string; name: string }[] {
  return configuredProviders().map(({ id, name }) => ({ id, name }));
}

function magicLink(mail: { server: string; from: string }): Provider {
  return EmailProvider({
    ...mail,
    maxAge: 30 * 60,
    normalizeIdentifier(text) {
      const email = normaliseEmail(text);
      if (email === null) throw new Error("EmailSignin");
      return email;
    },
    async sendVerificationRequest({ identifier, url }) {
      await sendMail(mail, {
        to: identifier,
        subject: "BoxUp 로그인 링크 · Your BoxUp sign-in link",
        text: `아래 링크를 열면 BoxUp에 로그인돼요. 30분 동안 한 번만 쓸 수 있어요.\nOpen this link to sign in to BoxUp. It works once, for 30 minutes.\n\n${url}\n\n요청하지 않았다면 이 메일을 무시해 주세요.\nIf you did not ask for this, you can ignore this message.\n`,
      });
    },
  });
}

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By } from "selenium-webdriver";
import { firstOf, until, type Browser, type Driver } from "./driver";
import { startWitness } from "./witness";

const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
const driverBinary = firstOf(["/usr/bin/WebKitWebDriver"]);
const browserBinary = firstOf(LIBRARIES.flatMap((at) => ["4.1", "4.0"].map((version) => `${at}/webkit2gtk-${version}/MiniBrowser`)));
const screenBinary = firstOf(["/usr/bin/Xvfb"]);

/** A virtual screen of its own; resolves to its name once it is there. */
function virtualScreen(): Promise<{ readonly child: ChildProcess; readonly display: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(screenBinary ?? "", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once("data", (chunk: Buffer) => resolve({ child, display: `:${chunk.toString().trim()}` }));
  });
}

/** A port that nobody listens on. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

async function start(origin: string): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), "boxup-webkit-"));
  const witness = await startWitness(origin);
  const screen = await virtualScreen();
  const port = await freePort();
  const driver = spawn(driverBinary ?? "", [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, DISPLAY: screen.display, HOME: home, LANG: "C.UTF-8", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" },
    stdio: "ignore",
  });
  const stop = () => {
    witness.stop();
    driver.kill();
    screen.child.removeAllListeners("exit");
    screen.child.kill();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await until(
      "WebKitWebDriver",
      async () =>
        fetch(`${address}/status`)
          .then((r) => (r.ok ? true : null))
          .catch(() => null),
      20_000,
    );
    const session = await new Builder()
      .usingServer(address)
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: browserBinary, args: ["--automation"] },
      })
      .build();
    await session.manage().setTimeouts({ pageLoad: 60_000, script: 60_000 });
    await session.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
    return {
      open: (path) => session.get(witness.origin + path),
      click: (place) => session.findElement(By.xpath(place)).click(),
      read: (expression) => session.executeScript(`return (${expression});`),
      picture: async () => Buffer.from(await session.takeScreenshot(), "base64"),
      errors: async () => (await session.executeScript("return window.boxupSeen.splice(0);")) as string[],
      close: async () => {
        await session.quit().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

const missing =
  driverBinary === null || browserBinary === null
    ? "no WebKitWebDriver with MiniBrowser; Debian: apt-get install webkit2gtk-driver"
    : screenBinary === null
      ? "no Xvfb; Debian: apt-get install xvfb"
      : null;

export const webkit: Browser = { name: "WebKit", missing, start };

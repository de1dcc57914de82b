import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

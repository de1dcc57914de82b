/** Every route there is. Pages import the module they need instead, so that a page carries its own routes only. */
import * as account from "./account";
import * as assignments from "./assignments";
import * as bank from "./bank";
import * as classes from "./classes";
import * as cohorts from "./cohorts";
import * as discussion from "./discussion";
import * as grades from "./grades";
import * as groups from "./groups";
import * as inbox from "./inbox";
import * as instructors from "./instructors";
import * as insight from "./insight";
import * as invitations from "./invitations";
import * as learn from "./learn";
import * as noteFiles from "./noteFiles";
import * as noteImages from "./noteImages";
import * as notes from "./notes";
import * as noteSearch from "./noteSearch";
import * as peerSessions from "./peerSessions";
import * as play from "./play";
import * as readings from "./readings";
import * as review from "./review";
import * as roster from "./roster";
import * as rounds from "./rounds";
import * as service from "./service";
import * as unread from "./unread";
import * as work from "./work";
import * as workAnswer from "./workAnswer";
import type { Route } from "./route";

export const routes: readonly Route[] = [
  account,
  assignments,
  bank,
  classes,
  cohorts,
  discussion,
  grades,
  groups,
  inbox,
  instructors,
  insight,
  invitations,
  learn,
  noteFiles,
  noteImages,
  notes,
  noteSearch,
  peerSessions,
  play,
  readings,
  review,
  roster,
  rounds,
  service,
  unread,
  work,
  workAnswer,
].flatMap((module) => Object.values<Route>(module));

import { hostJobs } from "./host-jobs.ts";

hostJobs(self);

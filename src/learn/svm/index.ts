export { SVC, type SvcStep } from "./svc.ts";
export { SVR } from "./svr.ts";

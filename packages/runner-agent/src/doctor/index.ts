export type { CheckFinding, CheckScope, DoctorCheck } from './doctor-check.ts';
export type { DockerSurvey, DoctorHost, GpuSurvey, GpuSurveyor } from './doctor-host.ts';
export { type DoctorReport, type DoctorVerdict, doctorReport } from './doctor-report.ts';
export { checkHost, type HostSurvey, surveyHost } from './host/check-host.ts';
export { localHost } from './local-host.ts';
export { checkPlan, needsDocker } from './plan/check-plan.ts';
export { checkServer, type ServerChecks } from './server/check-server.ts';
export { surveyWithSmi } from './survey-with-smi.ts';

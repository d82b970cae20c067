/** What playwright's `launch` turns off by itself. */
const byPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",

  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];

/** The list below Chromium's address bar: two pages of its own that it loads for each window, seen or not. */
const ofAddressBar = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** What Chromium does without in tests. It hears only the last list on its command line, so this one is the whole. */
export const disabledFeatures: readonly string[] = [...byPlaywright, ...ofAddressBar];

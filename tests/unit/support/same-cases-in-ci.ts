import fc from "fast-check";

// At home every run of a property draws new cases. CI judges a change, so it draws the same ones each time: what it
// refuses is the change's fault.
if (process.env.CI) fc.configureGlobal({ seed: 1 });

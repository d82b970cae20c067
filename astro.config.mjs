import { unified } from "@astrojs/markdown-remark";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import { bundledModules } from "./scripts/lib/bundled-modules.ts";
import { lightPreloads } from "./scripts/lib/light-preloads.ts";
import { preloadModules } from "./scripts/lib/preload-modules.ts";
import { servedFiles } from "./scripts/lib/served-files.ts";
import { remarkCells } from "./src/components/markdown/remark-cells.ts";
import { remarkExercises } from "./src/components/markdown/remark-exercises.ts";
import { remarkQuizzes } from "./src/components/markdown/remark-quizzes.ts";
import { remarkTerms } from "./src/components/markdown/remark-terms.ts";
import { openModules } from "./src/course/outline.ts";

export default defineConfig({
  base: process.env.ETUDE_BASE ?? "/",
  trailingSlash: "always",
  integrations: [
    starlight({
      title: "Etude",
      description: "Machine learning in music: a course that you play.",
      logo: { src: "./src/styles/logo.svg", replacesTitle: false },
      favicon: "/favicon.svg",
      expressiveCode: false,
      pagefind: true,
      credits: false,
      customCss: [
        "./src/styles/fonts.css",
        "./src/styles/theme.css",
        "./src/styles/notebook.css",
        "./src/styles/notebook-shell.css",
        "./src/styles/editor.css",
        "./src/styles/panels.css",
        "./src/styles/files.css",
        "./src/styles/figures.css",
        "./src/styles/data-table.css",
        "./src/styles/exercises.css",
        "./src/styles/progress.css",
        "./src/styles/playground.css",
      ],
      components: {
        Head: "./src/layouts/Head.astro",
        MarkdownContent: "./src/layouts/LessonContent.astro",
        PageTitle: "./src/layouts/LessonTitle.astro",
      },
      markdown: { processedDirs: ["./lessons"] },
      sidebar: [
        ...openModules().map(({ id, title, lessons }) => ({
          label: title,
          items: lessons.map((lesson) => `${id}/${lesson}`),
        })),
        {
          label: "Workshop",
          items: [
            { label: "Playground", link: "/playground/" },
            { label: "Datasets", link: "/datasets/" },
            { label: "Reference", link: "/reference/" },
            { label: "Figures", link: "/reference/figures/" },
            { label: "Glossary", link: "/glossary/" },
            { label: "Help", link: "/help/" },
            { label: "Your data", link: "/your-data/" },
            { label: "Teaching", link: "/teaching/" },
            { label: "About", link: "/about/" },
          ],
        },
      ],
    }),
    preloadModules(["plot", "figures", "inputs"]),
  ],
  markdown: {
    shikiConfig: {
      themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
      defaultColor: false,
    },
    processor: unified({
      smartypants: false,
      remarkPlugins: [
        [remarkMath, { singleDollarTextMath: false }],
        remarkExercises,
        remarkQuizzes,
        remarkTerms,
        remarkCells,
      ],
      // MathML alone: every browser draws it, and no style sheet of KaTeX is on the page for its other form.
      rehypePlugins: [[rehypeKatex, { output: "mathml" }]],
    }),
  },
  vite: {
    plugins: [bundledModules(), servedFiles(), lightPreloads()],
    worker: { format: "es" },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Learners read the names of classes, in the inspector and in errors.
              keepNames: true,
              // Plot and its share of d3 in one file with a name: pages load it for their first figure.
              codeSplitting: {
                groups: [
                  // What figures and datasets share with learn; and what every folder of learn stands on, in one file
                  // instead of twenty.
                  { name: "tables", test: /src\/learn\/base\/(matrix|labels|shown|nearest-name)\./ },
                  { name: "learn-base", test: /src\/learn\/(base\/|random-state|metrics\/(accuracy|r2)\.)/ },
                  { name: "plot", test: /node_modules\/(@observablehq\/plot|d3\/src|d3-[a-z-]+)\// },
                  // The frame that every figure stands in.
                  {
                    name: "figures",
                    test: /src\/stdlib\/(figures\/(figure|drawing|data-table|line-legend|class-marks|axis-ticks|axis-marks|empty-drawing)|element|check-arguments)\.ts/,
                  },
                  // Files of their own: else the script of a page that has them becomes their place, and is run with them.
                  {
                    name: "storage",
                    test: /src\/notebook\/storage\/(?!backup\/|is-anything-kept|existing-database|peek-progress)/,
                  },
                  { name: "share", test: /src\/notebook\/share\// },
                ],
              },
            },
          },
        },
      },
    },
  },
});

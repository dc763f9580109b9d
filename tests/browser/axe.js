// What axe-core finds wrong with the page, given where to look, or nothing, and what for: a text for
// each rule that is broken.

axe.run(context ?? document, options).then(
  ({ violations }) =>
    done(
      violations.map(({ id, help, nodes }) => {
        const each = nodes.map(
          ({ target, failureSummary }) => `  ${target.flat().join(" ")}\n    ${failureSummary.replaceAll("\n", "\n    ")}`,
        );
        return [`${id}: ${help}`, ...each].join("\n");
      }),
    ),
  (error) => done([`axe-core failed: ${error}`]),
);

//! The script between module and page, as wasm-bindgen wrote it, minified.
//!
//! Never changes what it does.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Nobody starts the app but the page's loader, which has compiled the module
/// already: no other way to come by one is needed, nor a second start's guard.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const EXPORT: &str = "\
const start = async ({ module_or_path: module }) =>
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
export { start as default };";

/// Minifies a script.
///
/// # Errors
///
/// If it is no JavaScript, or does not end as wasm-bindgen's do.
pub fn minify(script: &str) -> Result<String, String> {
    if !script.contains(EXPORTS) {
        return Err("the script does not export what starts the app".to_owned());
    }
    let script = script.replace(EXPORTS, EXPORT);
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &script, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        return Err(format!("cannot read the script: {error}"));
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let options = CodegenOptions::minify();
    let written = Codegen::new().with_options(options);
    Ok(written.with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn a_script_keeps_what_it_does_and_no_more() {
        let script = "// Why.\nlet wasm;\nfunction initSync(module) { wasm = module; }\n\
            function __wbg_get_imports() { return { a: {} }; }\n\
            function __wbg_finalize_init(found, module) { return wasm = [found, module]; }\n\
            async function __wbg_init(module) { console.warn('deprecated'); }\n\
            export { initSync, __wbg_init as default };\n";
        let minified = minify(script).unwrap();
        assert!(minified.contains("as default"), "{minified}");
        for gone in ["Why", "initSync", "deprecated", "found", "\n"] {
            assert!(!minified.contains(gone), "{gone} is in {minified}");
        }
        assert!(minify(&script.replace("let wasm", "let = = 1")).is_err());
        assert!(minify("let wasm;").is_err());
    }
}

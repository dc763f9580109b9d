//! The module that wasm-bindgen left, without what nobody hears: panics and
//! logs are said to a page that has no ear for them.
//!
//! A panic stops the app where it is, as before, and the page's loader says
//! so. Never optimises: that what is left over goes is wasm-opt's work.

use std::collections::HashSet;

use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{Data, Function, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

use crate::names::{Names, mentions};

/// What never comes back, by how its path begins, or by its last part.
const STOPS: [&str; 15] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "any_spawner::handle_uninitialized",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::thread::local::panic_access_error",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "__rustc::__rust_alloc_error_handler",
];
const STOP: &str = "::assert_failed";

/// How a value is told to a developer, and how to anyone.
const DEBUG: &str = " as core::fmt::Debug>::fmt";
const DISPLAY: &str = " as core::fmt::Display>::fmt";

/// What all that is told goes through, but for a value by itself.
const WRITE: &str = "core::fmt::write";

/// Makes a module and its script smaller, both at once.
///
/// # Errors
///
/// If it is no module, or has lost the names that tell what is what.
pub fn shrink(module: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let mut module =
        Module::from_buffer(module).map_err(|error| format!("cannot read the module: {error}"))?;
    if module
        .funcs
        .iter_local()
        .all(|(id, _)| module.funcs.get(id).name.is_none())
    {
        return Err("the module has no names of functions".to_owned());
    }
    let names = rename(&mut module, script);
    silence(&mut module, |name, _| {
        let stops = name.ends_with(STOP) || STOPS.iter().any(|path| name.starts_with(path));
        let tells = name.ends_with(DEBUG).then_some(Body::Nothing);
        if stops { Some(Body::Stop) } else { tells }
    });
    walrus::passes::gc::run(&mut module);
    if !module.funcs.iter().any(|function| path(function) == WRITE) {
        let called = called(&module);
        silence(&mut module, |name, id| {
            let idle = name.ends_with(DISPLAY) && !called.contains(&id);
            idle.then_some(Body::Nothing)
        });
    }
    blank_paths(&mut module);
    Ok((module.emit_wasm(), names.put(script)))
}

/// All functions that are called by themselves, not through a table.
fn called(module: &Module) -> HashSet<FunctionId> {
    struct Calls(HashSet<FunctionId>);

    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.insert(*id);
        }
    }
    let mut calls = Calls(HashSet::new());
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut calls, function, function.entry_block());
    }
    calls.0
}

/// Gives what stops nothing to do but that, and what tells nothing to say.
fn silence(module: &mut Module, body: impl Fn(&str, FunctionId) -> Option<Body>) {
    let found: Vec<_> = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Local(_)))
        .filter_map(|function| Some((function.id(), body(&path(function), function.id())?)))
        .collect();
    for (id, body) in found {
        let signature = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (signature.params().to_vec(), signature.results().to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
        match (body, gives.as_slice()) {
            (Body::Nothing, [ValType::I32]) => builder.func_body().const_(Value::I32(0)),
            _ => builder.func_body().unreachable(),
        };
        let arguments = takes.iter().map(|kind| module.locals.add(*kind)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
}

/// What a function does instead.
enum Body {
    Stop,
    /// `Ok(())`, which is 0.
    Nothing,
}

fn path(function: &Function) -> String {
    function.name.as_deref().map_or(String::new(), plain)
}

/// A path without the hashes that the compiler adds, and without types at its
/// end: `core[1f…]::f::<u8>` and `core::f::h1f…` are `core::f`.
fn plain(name: &str) -> String {
    let is_hash =
        |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after)) if is_hash(hash) => after,
            _ => {
                plain.push('[');
                after
            }
        };
    }
    plain.push_str(rest);
    if let Some((path, hash)) = plain.rsplit_once("::h")
        && is_hash(hash)
    {
        plain.truncate(path.len());
    }
    if plain.ends_with('>')
        && let Some(at) = plain.rfind("::<")
    {
        plain.truncate(at);
    }
    plain
}

/// Where panics happen, file by file, is told to nobody.
fn blank_paths(module: &mut Module) {
    let all: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in all {
        let data = &mut module.data.get_mut(id).value;
        let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        let mut at = 0;
        while let Some(end) = find(&data[at..], b".rs").map(|found| at + found + 3) {
            let length = data[..end]
                .iter()
                .rev()
                .take_while(|byte| is_path(byte))
                .count();
            let path = &mut data[end - length..end];
            if path.contains(&b'/') {
                path.fill(0);
            }
            at = end;
        }
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Gives imports and exports short names, and takes away the exports that the
/// script does not speak of.
fn rename(module: &mut Module, script: &str) -> Names {
    let mut names = Names::default();
    let imports: Vec<_> = module.imports.iter().map(walrus::Import::id).collect();
    for id in imports {
        let import = module.imports.get_mut(id);
        import.name = names.short(&import.name);
    }
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for id in exports {
        let export = module.exports.get_mut(id);
        if !mentions(script, &export.name) {
            module.exports.delete(id);
        } else if export.name != "memory" {
            export.name = names.short(&export.name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn paths_are_told_without_their_hashes() {
        let check = |name, path| assert_eq!(plain(name), path);
        check(
            "core[5930c85a12de822a]::panicking::panic",
            "core::panicking::panic",
        );
        check("core::f::h0123456789abcdef", "core::f");
        check("core[0123456789abcdef]::f::<usize, usize>", "core::f");
        check(
            "<[u8] as core[0123456789abcdef]::fmt::Debug>::fmt",
            "<[u8] as core::fmt::Debug>::fmt",
        );
        check("__wbindgen_malloc", "__wbindgen_malloc");
    }
}

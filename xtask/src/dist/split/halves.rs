//! Writes the two halves.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::{self, Display, Formatter},
};

use anyhow::{Context, Result};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, FunctionSection, ImportSection,
    Instruction, Module, RawSection, SectionId, TableSection, reencode::Reencode,
};
use wasmparser::{Export, FunctionBody, Operator, TableType};

use super::{
    chosen::Chosen,
    whole::{Function, Whole},
};

/// What the second half imports from.
pub(super) const FIRST: &str = "first";

/// A module and who of it goes where.
pub(super) struct Halves<'a> {
    pub(super) whole: Whole<'a>,
    pub(super) chosen: Chosen,
}

/// Something that both halves work on, by the name that the first exports it by.
pub(super) struct Shared {
    pub(super) name: String,
    kind: ExportKind,
    index: u32,
}

impl Halves<'_> {
    pub(super) fn first(&self) -> Result<Vec<u8>> {
        let functions: Vec<Function> = self.whole.own().filter(|it| !self.chosen.moved.contains(it)).collect();
        let imported = 0..self.whole.imported;
        let mut half = Half::new(self, imported.chain(functions.iter().copied()));
        let mut module = Module::new();
        self.copy(&mut module, SectionId::Type);
        self.copy(&mut module, SectionId::Import);
        module.section(&self.types_of(&functions)).section(&self.tables(&mut half)?);
        self.copy(&mut module, SectionId::Memory);
        self.copy(&mut module, SectionId::Global);
        let kept = |it: &Function| !self.chosen.moved.contains(it);
        module.section(&self.exports(&mut half)?).section(&self.elements(&half, kept)?);
        module.section(&self.code(&mut half, &functions)?);
        self.copy(&mut module, SectionId::Data);
        Ok(module.finish())
    }

    pub(super) fn later(&self, names: &BTreeMap<&str, &str>) -> Result<Vec<u8>> {
        let functions: Vec<Function> = self.chosen.moved.iter().copied().collect();
        let mut half = Half::new(self, self.needed().into_iter().chain(functions.iter().copied()));
        let mut module = Module::new();
        self.copy(&mut module, SectionId::Type);
        module.section(&self.imports(&mut half, names)?).section(&self.types_of(&functions));
        module.section(&self.elements(&half, |it| self.chosen.moved.contains(it))?);
        module.section(&self.code(&mut half, &functions)?);
        Ok(module.finish())
    }

    /// A section that is the same in the half as in the whole.
    fn copy(&self, module: &mut Module, section: SectionId) {
        let id = section as u8;
        if let Some(data) = self.whole.raw.get(&id) {
            module.section(&RawSection { id, data });
        }
    }

    fn types_of(&self, functions: &[Function]) -> FunctionSection {
        let mut section = FunctionSection::new();
        for &function in functions {
            section.function(self.whole.types[function as usize]);
        }
        section
    }

    /// The functions of the first half that the second calls.
    fn needed(&self) -> BTreeSet<Function> {
        let called = self.chosen.moved.iter().flat_map(|&it| self.whole.called_by(it)).copied();
        called.filter(|it| !self.chosen.moved.contains(it)).collect()
    }

    /// The first table, with room for doors that did not stand in it.
    fn table(&self) -> Vec<Function> {
        let new = self.chosen.doors.iter().filter(|&&door| self.whole.in_table(door) == 0);
        self.whole.table.iter().chain(new).copied().collect()
    }

    /// The place of a door in the first table.
    fn place(&self, door: Function) -> Option<u32> {
        let door = self.chosen.doors.get(&door)?;
        let place = self.table().iter().position(|it| it == door)?;
        Some(self.whole.table_begins + u32::try_from(place).ok()?)
    }

    fn table_types(&self) -> impl Iterator<Item = TableType> {
        let size = u64::from(self.whole.table_begins) + self.table().len() as u64;
        self.whole.tables.iter().enumerate().map(move |(index, &table)| match index {
            0 => TableType { initial: size, maximum: table.maximum.map(|it| it.max(size)), ..table },
            _ => table,
        })
    }

    fn tables(&self, half: &mut Half<'_>) -> Result<TableSection> {
        let mut section = TableSection::new();
        for table in self.table_types() {
            section.table(half.table_type(table)?);
        }
        Ok(section)
    }

    /// What the second half works on, too.
    pub(super) fn shared(&self) -> Vec<Shared> {
        let all = |kind: ExportKind, count: usize| (0..count).map(move |index| (kind, index as u32));
        let functions = self.needed().into_iter().map(|function| (ExportKind::Func, function));
        let all = all(ExportKind::Memory, self.whole.memories.len())
            .chain(all(ExportKind::Table, self.whole.tables.len()))
            .chain(all(ExportKind::Global, self.whole.globals.len()))
            .chain(functions);
        all.map(|(kind, index)| Shared { name: self.name_of(kind, index), kind, index }).collect()
    }

    /// What JavaScript knows it by, or else a name of ours.
    fn name_of(&self, kind: ExportKind, index: u32) -> String {
        let known = self.known(kind, index).map(str::to_owned);
        known.unwrap_or_else(|| format!("{kind:?}-{index}"))
    }

    fn known(&self, kind: ExportKind, index: u32) -> Option<&str> {
        let is_it = |export: &&Export<'_>| ExportKind::from(export.kind) == kind && export.index == index;
        self.whole.exports.iter().find(is_it).map(|export| export.name)
    }

    /// What JavaScript calls, and what the second half needs.
    fn exports(&self, half: &mut Half<'_>) -> Result<ExportSection> {
        let mut section = ExportSection::new();
        for export in &self.whole.exports {
            half.parse_export(&mut section, *export)?;
        }
        for Shared { name, kind, index } in self.shared() {
            if self.known(kind, index).is_some() {
                continue;
            }
            let index = if kind == ExportKind::Func { half.function_index(index)? } else { index };
            section.export(&name, kind, index);
        }
        Ok(section)
    }

    fn imports(&self, half: &mut Half<'_>, names: &BTreeMap<&str, &str>) -> Result<ImportSection> {
        let tables: Vec<TableType> = self.table_types().collect();
        let mut section = ImportSection::new();
        for Shared { name, kind, index } in self.shared() {
            let place = index as usize;
            let kind = match kind {
                ExportKind::Memory => half.memory_type(self.whole.memories[place])?.into(),
                ExportKind::Table => half.table_type(tables[place])?.into(),
                ExportKind::Global => half.global_type(self.whole.globals[place])?.into(),
                _ => wasm_encoder::EntityType::Function(self.whole.types[place]),
            };
            section.import(FIRST, names.get(&*name).context("The first half exports too little.")?, kind);
        }
        Ok(section)
    }

    /// What of the table is this half's: each half fills it where the other does not.
    fn elements(&self, half: &Half<'_>, is_ours: impl Fn(&Function) -> bool) -> Result<ElementSection> {
        let (mut section, mut place) = (ElementSection::new(), self.whole.table_begins);
        for run in self.table().chunk_by(|one, other| is_ours(one) == is_ours(other)) {
            if run.first().is_some_and(&is_ours) {
                let functions = run.iter().map(|it| half.number(*it)).collect::<Result<Vec<_>, _>>()?;
                let begins = ConstExpr::i32_const(i32::try_from(place)?);
                section.active(None, &begins, Elements::Functions(functions.into()));
            }
            place += u32::try_from(run.len())?;
        }
        Ok(section)
    }

    fn code(&self, half: &mut Half<'_>, functions: &[Function]) -> Result<CodeSection> {
        let mut section = CodeSection::new();
        for function in functions {
            half.parse_function_body(
                &mut section,
                self.whole.bodies[(function - self.whole.imported) as usize].clone(),
            )?;
        }
        Ok(section)
    }
}

/// Writes one half with its own numbers of functions.
struct Half<'a> {
    halves: &'a Halves<'a>,
    numbers: BTreeMap<Function, u32>,
}

impl<'a> Half<'a> {
    fn new(halves: &'a Halves<'a>, functions: impl Iterator<Item = Function>) -> Self {
        Self { halves, numbers: functions.zip(0..).collect() }
    }

    fn number(&self, function: Function) -> Result<u32, Elsewhere> {
        self.numbers.get(&function).copied().ok_or(Elsewhere(function))
    }
}

/// A function is in the other half, and no door leads there.
#[derive(Debug)]
struct Elsewhere(Function);

impl Display for Elsewhere {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "function {} is in the other half, and no door leads there", self.0)
    }
}

impl Error for Elsewhere {}

type Failed = wasm_encoder::reencode::Error<Elsewhere>;

impl Reencode for Half<'_> {
    type Error = Elsewhere;

    fn function_index(&mut self, function: Function) -> Result<u32, Failed> {
        self.number(function).map_err(Failed::UserError)
    }

    /// A call of a door goes through the table, because the other half may not be there when this one begins.
    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Failed> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Call { function_index: door } if !self.numbers.contains_key(&door) => {
                    let place = self.halves.place(door).ok_or(Failed::UserError(Elsewhere(door)))?;
                    function.instruction(&Instruction::I32Const(place.cast_signed()));
                    let type_index = self.halves.whole.types[door as usize];
                    function.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
                }
                operator => drop(function.instruction(&self.instruction(operator)?)),
            }
        }
        code.function(&function);
        Ok(())
    }
}

//! How are costs typed, and what does each party pay each time and in a year? (4.5)

use domain::{
    PartyId, TextId,
    samba::{
        choice::Period,
        cost::{CostLine, Ore, Percent, Split},
    },
};
use std::collections::BTreeMap;

use super::super::{
    act::Prose,
    block::Table,
    desk::Desk,
    drawing::{LINE_MAX, SENTENCE_MAX, field, listed, optional, said},
    money,
};
use crate::web::{
    error::WebError,
    form::{Choice, Fields},
    form_data::{DrawnSection, Input},
    lots::offer::Offer,
};

/// So many costs fit on the page.
const LINES: usize = 4;

/// How a cost is split, as it is chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    OwnDuty,
    Percent,
    Amounts,
}

const WAYS: [(&str, By); 3] = [("own_duty", By::OwnDuty), ("percent", By::Percent), ("amounts", By::Amounts)];

/// A section a cost. One that is left empty is no cost.
pub fn drawn(desk: &Desk, parties: &[Choice]) -> Vec<DrawnSection> {
    (1..=LINES).map(|line| one(desk, parties, line)).collect()
}

fn one(desk: &Desk, parties: &[Choice], line: usize) -> DrawnSection {
    let t = desk.t;
    let name = |part: &str| format!("cost-{line}-{part}");
    let label = |part: &str| t.with(&format!("case-cost-{part}"), &[("number", &line)]);
    let own = |part: &str, input: Input| optional(field(name(part), label(part), input));
    let ways = WAYS.iter().map(|(word, _)| Choice::new(*word, said(t, "split", word))).collect();
    let periods = listed(t, "period", Period::ALL, Period::word).choices();
    let mut fields = vec![
        own("item", Input::Line),
        own("amount", Input::Line),
        own("period", Input::Radios(periods)),
        own("split", Input::Radios(ways)),
    ];
    fields.extend(parties.iter().map(|party| {
        let label = t.with("case-cost-share", &[("number", &line), ("party", &party.label)]);
        optional(field(format!("cost-{line}-share-{}", party.code), label, Input::Line))
    }));
    fields.push(own("payer", Input::Select(parties.to_vec())));
    fields.push(own("invoicing", Input::Line));
    fields.push(own("ceiling", Input::Line));
    let help = if line == 1 { t.get("case-cost-help") } else { String::new() };
    DrawnSection { id: format!("cost-{line}"), title: label("title"), help, fields }
}

/// Every cost of which something is typed.
pub fn read(
    desk: &Desk,
    parties: &Offer<PartyId>,
    fields: &mut Fields,
    prose: &mut Prose,
) -> Result<Vec<CostLine>, WebError> {
    let mut costs = vec![];
    for line in 1..=LINES {
        let begun = format!("cost-{line}-");
        if fields.every().any(|(name, value)| name.starts_with(&begun) && !value.trim().is_empty()) {
            costs.extend(read_one(desk, parties, fields, prose, &begun)?);
        }
    }
    Ok(costs)
}

fn read_one(
    desk: &Desk,
    parties: &Offer<PartyId>,
    fields: &mut Fields,
    prose: &mut Prose,
    begun: &str,
) -> Result<Option<CostLine>, WebError> {
    let name = |part: &str| format!("{begun}{part}");
    let item = fields.text(&name("item"), SENTENCE_MAX);
    let amount = fields.text(&name("amount"), LINE_MAX).and_then(|text| ore(fields, &name("amount"), &text));
    let period = listed(desk.t, "period", Period::ALL, Period::word).one(fields, &name("period"));
    let by = fields.choice(&name("split"), &WAYS);
    let payer = parties.one(fields, &name("payer"));
    let invoicing = fields.text(&name("invoicing"), SENTENCE_MAX);
    let ceiling = fields.text_if_any(&name("ceiling"), LINE_MAX);
    let ceiling = ceiling.and_then(|text| ore(fields, &name("ceiling"), &text));
    let split = match (by, payer) {
        (Some(By::OwnDuty), Some(party)) => Some(Split::OwnDuty { party }),
        (Some(By::Percent), _) => {
            let shares = shares(parties, fields, begun, money::percent, "fault-percent");
            Some(Split::Percent { shares })
        }
        (Some(By::Amounts), _) => {
            Some(Split::Amounts { shares: shares(parties, fields, begun, money::ore, "fault-amount") })
        }
        (Some(By::OwnDuty) | None, _) => None,
    };
    let (Some((item, invoicing)), Some((amount, period)), Some((split, payer))) =
        (item.zip(invoicing), amount.zip(period), split.zip(payer))
    else {
        return Ok(None);
    };
    let (item, invoicing) = (prose.put(item)?, prose.put(invoicing)?);
    Ok(Some(CostLine { item, period, amount, split, payer, invoicing, ceiling }))
}

fn ore(fields: &mut Fields, name: &str, text: &str) -> Option<Ore> {
    let amount = money::ore(text);
    if amount.is_none() {
        fields.fault_with(name, "fault-amount");
    }
    amount
}

/// What is typed for each party; nothing typed is no part in it.
fn shares<T>(
    parties: &Offer<PartyId>,
    fields: &mut Fields,
    begun: &str,
    parse: fn(&str) -> Option<T>,
    fault: &str,
) -> Vec<(PartyId, T)> {
    let mut shares = vec![];
    for (choice, party) in parties.entries() {
        let name = format!("{begun}share-{}", choice.code);
        let Some(text) = fields.text_if_any(&name, LINE_MAX) else { continue };
        match parse(&text) {
            Some(share) => shares.push((*party, share)),
            None => fields.fault_with(&name, fault),
        }
    }
    shares
}

/// A row for each party in each cost, and the year's sum for each.
pub fn table(desk: &Desk, costs: &[CostLine], text: impl Fn(TextId) -> String) -> Table {
    let t = desk.t;
    let mut rows = vec![];
    let mut years: BTreeMap<PartyId, u64> = BTreeMap::new();
    for line in costs {
        for ((party, part), (_, year)) in line.parts().into_iter().zip(line.yearly()) {
            *years.entry(party).or_default() += year.0;
            let name = desk.party_name(party).to_owned();
            let times = said(t, "period", line.period.word());
            let how = how(desk, line, party);
            rows.push(vec![name, text(line.item), how, money::kronor(part), times, money::kronor(year)]);
        }
    }
    for (party, year) in years {
        let name = desk.party_name(party).to_owned();
        let empty = String::new;
        rows.push(vec![
            name,
            t.get("case-cost-together"),
            empty(),
            empty(),
            empty(),
            money::kronor(Ore(year)),
        ]);
    }
    let columns = ["party", "item", "how", "part", "times", "year"];
    Table {
        caption: t.get("case-cost-table"),
        columns: columns.iter().map(|column| t.get(&format!("case-cost-column-{column}"))).collect(),
        rows,
    }
}

/// "60,00 %", own duty, or an amount.
fn how(desk: &Desk, line: &CostLine, party: PartyId) -> String {
    let share_of = |shares: &[(PartyId, Percent)]| {
        shares
            .iter()
            .find(|(own, _)| *own == party)
            .map(|(_, share)| money::share(*share))
            .unwrap_or_default()
    };
    match &line.split {
        Split::OwnDuty { .. } => said(desk.t, "split", "own_duty"),
        Split::Percent { shares } => share_of(shares),
        Split::Amounts { .. } => said(desk.t, "split", "amounts"),
    }
}

/// Says that just these sums have been looked at.
pub fn fingerprint(table: &Table) -> String {
    let cells: Vec<&str> = table.rows.iter().flatten().map(String::as_str).collect();
    crate::web::case::frozen(&store::NewText { id: TextId(uuid::Uuid::nil()), body: cells.join("\n") })
        .hash
        .to_string()
}

"""Good-deed campaigns: what is collected for, which deeds are on offer, and how many are done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from seurantalo.model.participation import Campaign
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.demo import demo_badges, demo_notice
from seurantalo.publishing.pages.shared.frame import crumbs, headings
from seurantalo.publishing.pages.shared.mentions import mention_facts
from seurantalo.publishing.pages.shared.periods import day_or_none, period_words
from seurantalo.publishing.pages.shared.texts import prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Link, Notice, Tone
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

#: Campaigns on the list, those that go on first; the rest are counted.
MOST_LISTED: Final = 60


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A deed: how many are offered, done and still to be had."""

    what: str
    price: str
    offered: str
    done: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """The page of a campaign. ``percent`` is how much of the target has come in, at most 100; -1 without one."""

    title: str
    kicker: str
    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    notices: tuple[Notice, ...]
    purpose: Markup
    text: Markup
    money: str
    percent: int
    deeds_done: str
    deeds: tuple[DeedRow, ...]
    facts: tuple[Fact, ...]
    ask: Link | None
    mentions: tuple[Fact, ...]
    edit: str


def is_over(campaign: Campaign, today: date) -> bool:
    """Return True for a campaign whose last day has passed."""
    return campaign.period.ends is not None and campaign.period.ends < today


def state_badge(ctx: PageContext, campaign: Campaign) -> Badge:
    """Return whether a campaign goes on, as a badge."""
    if is_over(campaign, ctx.today):
        return Badge(ctx.say("ended"))
    starts = campaign.period.starts
    if starts is not None and starts > ctx.today:
        return Badge(ctx.lang.say("begins {date}", date=day_or_none(ctx, starts)), Tone.INFO)
    return Badge(ctx.say("going on now"), Tone.GOOD)


def money_words(ctx: PageContext, campaign: Campaign) -> str:
    """Return how much has come in, and of how much; ``""`` where nobody has told."""
    say, euros = ctx.lang.say, ctx.lang.euros
    if campaign.raised is None:
        return say("Target {sum}", sum=euros(campaign.target)) if campaign.target is not None else ""
    if campaign.target is None:
        return say("{sum} so far", sum=euros(campaign.raised))
    return say("{sum} of {target}", sum=euros(campaign.raised), target=euros(campaign.target))


def percent(campaign: Campaign) -> int:
    """Return how much of the target has come in, in whole percent, at most 100; -1 where it can't be said."""
    if campaign.raised is None or not campaign.target:
        return -1
    return min(int(100 * campaign.raised / campaign.target), 100)


def deeds_words(ctx: PageContext, campaign: Campaign) -> str:
    """Return how many deeds are done of those on offer."""
    done = sum(deed.done for deed in campaign.deeds)
    offered = sum(deed.offered for deed in campaign.deeds)
    say, number = ctx.lang.say, ctx.lang.number
    return say("{done} of {offered} deeds done", done=number(done), offered=number(offered))


def campaign_pages(ctx: PageContext) -> Pages:
    """Return a page for each campaign, by address."""
    campaigns = ctx.community.campaigns
    return Pages(sorted_by_address(campaigns), lambda name: _page(ctx, campaigns[name]))


def campaign_view(ctx: PageContext, campaign: Campaign) -> CampaignView:
    """Return the page of a campaign."""
    root = depth_prefix(address(campaign))
    say = ctx.lang.say
    who = ctx.community.organisations[campaign.organisation]
    facts = [
        Fact(say("Arranged by"), (ctx.link(Kind.ORGANISATION, who.id, root),)),
        Fact(say("Time"), (Link(period_words(ctx, campaign.period)),)),
    ]
    if campaign.municipality is not None:
        facts.append(Fact(say("Municipality"), (ctx.link(Kind.MUNICIPALITY, campaign.municipality, root),)))
    if campaign.events:
        facts.append(Fact(say("Events"), ctx.links(Kind.EVENT, campaign.events, root)))
    email = who.contact.email if who.contact is not None else ""
    return CampaignView(
        title=ctx.words(campaign.title),
        kicker=say("Good-deed campaign"),
        crumbs=crumbs(ctx, root, Kind.CAMPAIGN, say("Good-deed campaigns")),
        badges=(state_badge(ctx, campaign),),
        notices=demo_notice(ctx, campaign, say("This campaign is invented. It shows what a page can be.")),
        purpose=prose(ctx, campaign.purpose, root, "p-", 2),
        text=prose(ctx, campaign.text, root, "t-", 2),
        money=money_words(ctx, campaign),
        percent=percent(campaign),
        deeds_done=deeds_words(ctx, campaign),
        deeds=tuple(
            DeedRow(
                ctx.words(deed.what),
                ctx.lang.euros(deed.price) if deed.price is not None else "",
                ctx.lang.number(deed.offered),
                ctx.lang.number(deed.done),
                ctx.lang.number(max(deed.offered - deed.done, 0)),
            )
            for deed in campaign.deeds
        ),
        facts=tuple(facts),
        ask=Link(say("Ask for a deed"), f"mailto:{email}") if email and not is_over(campaign, ctx.today) else None,
        mentions=mention_facts(ctx, campaign, root),
        edit=ctx.edit_url(campaign),
    )


def campaign_card(ctx: PageContext, campaign: Campaign, root: str) -> Card:
    """Return a campaign for a list."""
    return Card(
        title=ctx.words(campaign.title),
        href=f"{root}{address(campaign)}",
        text=summary(ctx, campaign.purpose, 150),
        kicker=ctx.names[Kind.ORGANISATION][campaign.organisation],
        badges=(state_badge(ctx, campaign), *demo_badges(ctx, campaign)),
        meta=tuple(one for one in (deeds_words(ctx, campaign), money_words(ctx, campaign)) if one),
    )


def _page(ctx: PageContext, campaign: Campaign) -> Page:
    view = campaign_view(ctx, campaign)
    say = ctx.lang.say
    return Page(
        address=address(campaign),
        title=view.title,
        body=ctx.render("participation/campaign.html", view=view),
        description=summary(ctx, campaign.purpose),
        source=campaign.origin.path,
        headings=headings(
            ("teot", say("The deeds"), view.deeds), ("viittaukset", say("What speaks of this"), view.mentions)
        ),
    )


def campaign_index(ctx: PageContext) -> Page:
    """Return the list of campaigns: those that go on, then the others, the latest first."""
    folder = FOLDERS[Kind.CAMPAIGN]
    root = depth_prefix(folder)
    ordered = sorted(
        ctx.community.campaigns.values(),
        key=lambda one: (is_over(one, ctx.today), -(one.period.starts or date.min).toordinal(), one.id),
    )
    done = sum(deed.done for one in ordered for deed in one.deeds)
    raised = sum((one.raised for one in ordered if one.raised is not None), Decimal())
    title = ctx.lang.say("Good-deed campaigns")
    lead = ctx.lang.say("An association sells good deeds that its volunteers do; the money goes to a common good.")
    total = ctx.lang.say("{done} deeds done, {sum} raised.", done=ctx.lang.number(done), sum=ctx.lang.euros(raised))
    return Page(
        address=folder,
        title=title,
        body=ctx.render(
            "participation/campaigns.html",
            title=title,
            lead=lead,
            total=total if done else "",
            cards=tuple(campaign_card(ctx, one, root) for one in ordered[:MOST_LISTED]),
            more=max(len(ordered) - MOST_LISTED, 0),
            new=ctx.site.new_file_url("content/campaigns"),
        ),
        description=lead,
    )

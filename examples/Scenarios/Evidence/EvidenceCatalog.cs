namespace Scenarios.Evidence;

/// <summary>Services whose cause no threshold shows: share, age and what stands behind a name decide. Each with its healthy twin.</summary>
internal static class EvidenceCatalog
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Is<SkuSearch>("spin-inlined", ScenarioKind.Variant, "GURU005", "SkuSearch.Match", "One CPU is always busy; the profiler shows generated code."),
        new("blocked-workers", ScenarioKind.Sick, "GURU046", "TicketDesk.WaitForPrinter", "Tickets take seconds with five customers.", args => TicketDesk.Build(args, polls: true)),
        Is<DiscountRules>("compiling", ScenarioKind.Sick, "GURU047", "DiscountRules.Evaluate", "Every price takes a millisecond of CPU."),
        Is<FeatureFlags>("kept-failure", ScenarioKind.Sick, "GURU048", "FeatureFlags.Load", "Every request fails since the start; the reason is gone."),
        Is<RouteBook>("convoy-reader", ScenarioKind.Variant, "GURU002", "RouteBook.AskPlanner", "Routing stands while one route is planned."),
        new("named-mutex", ScenarioKind.Variant, "GURU002", "(Scenarios)", "Nothing is posted while an import of another process runs.", args => LedgerBookOf(args, stuck: true)),
        new("failing-own", ScenarioKind.Sick, "GURU013", "ClaimDesk.Decide", "Every claim is answered with 500.", args => ClaimDesk.Build(args, catches: false)),
        new("producer-ended", ScenarioKind.Variant, "GURU039", "RateFeed._rates", "Rates are no longer answered; nothing is busy.", args => RateFeed.Build(args, "ends")),
        new("producer-waits", ScenarioKind.Variant, "GURU042", "RateFeed.PumpAsync", "Rates are no longer answered; nothing has failed.", args => RateFeed.Build(args, "waits")),
        new("long-wait", ScenarioKind.Sick, "GURU049", "TickerFeed.Push", "No ticks arrive any more; nothing is busy and nothing fails.", args => TickerOf(args, subscriberReads: false)),
        Is<SettlementMill>("long-wait-barrier", ScenarioKind.Variant, "GURU049", "SettlementMill.WaitForOthers", "The settlement does not end."),
        Is<PageCrawler>("circle-own-queue", ScenarioKind.Variant, "GURU001", "PageCrawler.VisitAsync", "The crawler has stopped; nothing is busy and nothing fails."),
        new("circle-own-call", ScenarioKind.Variant, "GURU001", "SumDesk.PartAsync", "Sums are no longer answered; nothing is busy.", SumDesk.Build),
        Is<DeskOffice>("circle-own-answer", ScenarioKind.Variant, "GURU001", "DeskOffice.AskOwnerAsync", "Orders are no longer taken; nothing is busy and nothing fails."),
        new("log-queue-full", ScenarioKind.Variant, "GURU046", "OrderLog.Send", "Neither orders nor cancellations are answered.", OrderLog.Build),
        new("healthy-turns", ScenarioKind.Healthy, null, null, "None.", Hosts.Worker<ImageFetcher>),
        new("healthy-long-polls", ScenarioKind.Healthy, null, null, "None.", MessageInbox.Build),
        new("healthy-blocking-calls", ScenarioKind.Healthy, null, null, "None.", args => TicketDesk.Build(args, polls: false)),
        new("healthy-refusals", ScenarioKind.Healthy, null, null, "None.", args => ClaimDesk.Build(args, catches: true)),
        new("healthy-slow-producer", ScenarioKind.Healthy, null, null, "None.", args => RateFeed.Build(args, "slow")),
        new("healthy-slow-subscriber", ScenarioKind.Healthy, null, null, "None.", args => TickerOf(args, subscriberReads: true)),
        new("healthy-spool", ScenarioKind.Healthy, null, null, "None.", Hosts.Worker<ReceiptSpool>),
        new("healthy-named-mutex", ScenarioKind.Healthy, null, null, "None.", args => LedgerBookOf(args, stuck: false)),
    ];

    private static IHost TickerOf(string[] args, bool subscriberReads) => Hosts.Worker(args, builder => builder.Services.AddSingleton<IHostedService>(new TickerFeed(subscriberReads)));

    private static IHost LedgerBookOf(string[] args, bool stuck) => Hosts.Worker(args, builder => builder.Services.AddSingleton<IHostedService>(new LedgerBook(stuck)));

    private static Scenario Is<T>(string name, ScenarioKind kind, string finding, string guilty, string symptom)
        where T : class, IHostedService =>
        new(name, kind, finding, guilty, symptom, Hosts.Worker<T>);
}

namespace Scenarios.Roots;

/// <summary>Services whose symptom stands far from its cause: what must be named is the root.</summary>
internal static class RootsCatalog
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Is<OrderFeed>("failing-refused", ScenarioKind.Sick, "GURU035", "OrderFeed.ReadOrdersAsync", "No orders come; the service looks healthy."),
        Is<LicenseCheck>("failing-tls", ScenarioKind.Variant, "GURU035", "LicenseCheck.IsLicensedAsync", "Every customer counts as not licensed."),
        Is<BarcodeReader>("inline-continuation", ScenarioKind.Sick, "GURU036", "BarcodeReader.ScanAgain", "The scanner beeps, nothing is sold."),
        Is<ArchiveWriter>("child-pipe", ScenarioKind.Sick, "GURU038", "ArchiveWriter.ListFiles", "The archive is never written; large folders only."),
        Is<LabelPrinter>("task-failed", ScenarioKind.Sick, "GURU039", "LabelPrinter.PrintAllAsync", "Labels are accepted and never printed."),
        Is<CatalogClient>("pool-exhausted", ScenarioKind.Sick, "GURU040", "CatalogClient.FindAsync", "Calls to the catalog hang after some errors."),
        Is<PaymentDesk>("pool-exhausted-own", ScenarioKind.Variant, "GURU040", "PaymentDesk.PayAsync", "Payments hang after some refused cards."),
        Is<SubscriptionTable>("deadlock-callback", ScenarioKind.Variant, "GURU001", "SubscriptionTable.RemoveAll", "Nobody can subscribe after a shutdown of one part."),
        Is<AddressForm>("deadlock-context", ScenarioKind.Variant, "GURU001", "AddressForm", "The form freezes."),
        Is<TariffTable>("deadlock-scheduler", ScenarioKind.Variant, "GURU001", "TariffTable", "Tariffs are never replaced."),
        new("stuck-before-run", ScenarioKind.Variant, "GURU017", "SchemaUpgrade.WaitForLock", "The service never becomes ready.", SchemaUpgrade.Build),
        Is<GateKeeper>("starvation-no-own-code", ScenarioKind.Variant, "GURU003", "ManualResetEventSlim", "Nothing asynchronous moves any more."),
        new("unread-queue", ScenarioKind.Sick, "GURU051", "ReceiptOutbox._receipts", "Receipts are accepted and never arrive.", ReceiptOutbox.Build),
        Is<PriceBoard>("convoy-few", ScenarioKind.Variant, "GURU002", "PriceBoard.RefreshPrices", "The four displays stand."),
    ];

    private static Scenario Is<T>(string name, ScenarioKind kind, string finding, string guilty, string symptom)
        where T : class, IHostedService =>
        new(name, kind, finding, guilty, symptom, Hosts.Worker<T>);
}

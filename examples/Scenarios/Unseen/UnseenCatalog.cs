namespace Scenarios.Unseen;

/// <summary>Services that no rule was tuned with: written the way people write them, and run once before anything was changed.</summary>
internal static class UnseenCatalog
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Is<FileIndexService>("unseen-synchronized", "GURU001", "Folder.Grow", "Uploads hang."),
        Is<TaxService>("unseen-static-constructor", "GURU001", "TaxTable", "No checkout ends."),
        Is<CurrencyService>("unseen-lazy", "GURU002", "CurrencyService.LoadRates", "Nobody can convert an amount."),
        Is<AccessLog>("unseen-log-pipe", "GURU002", "AccessLog.WriteEntry", "All requests stand; the log is silent."),
        Is<VideoConverter>("unseen-process-wait", "GURU003", "VideoConverter.ConvertVideo", "Nothing moves while videos are converted."),
        Is<CustomerExport>("unseen-async-helper", "GURU004", "CustomerExport.ExportCustomer", "The export stands; CPU is idle."),
        Is<FeedReader>("unseen-blocking-foreach", "GURU004", "FeedReader.CountItems", "Feeds are old; CPU is idle."),
        Is<ModemReader>("unseen-poll", "GURU005", "ModemReader.WaitForByte", "One CPU is always busy."),
        Is<WeatherClient>("unseen-no-timeout", "GURU006", "WeatherClient.GetForecastAsync", "Forecasts never come."),
        Is<CsvExport>("unseen-string-sum", "GURU007", "CsvExport.AppendRow", "The export takes hours."),
        Is<SearchService>("unseen-static-cache", "GURU011", "SearchResult", "Memory grows by the hour.") with
        {
            Environment = new Dictionary<string, string> { ["GuruMeditation__Snapshot__HeapWalk"] = "true" },
            Reports = 2,
        },
        Is<ReadingImport>("unseen-enum-parse", "GURU013", "ReadingImport.ParseUnit", "The import is slow."),
        Is<PreviewService>("unseen-pipes", "GURU014", "pipe", "Sometimes: too many open files."),
        Is<BrokerConnection>("unseen-starting", "GURU017", "BrokerConnection", "The service never becomes ready."),
        Is<TicketQueue>("unseen-wait-in-start", "GURU017", "TicketQueue.StartAsync", "The service never becomes ready."),
        new("unseen-deaf-loop", ScenarioKind.Unseen, "GURU018", "MeterPoller", "Each deployment ends with a kill.", args => Hosts.Worker(args, builder =>
        {
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(5));
            builder.Services.AddHostedService<MeterPoller>();
        })),
        Is<TenantQueues>("unseen-long-running", "GURU023", "TenantQueues.ServeTenant", "The process has more and more threads."),
        new("unseen-options-lambda", ScenarioKind.Unseen, "GURU025", "PaymentSettings", "Payments fail.", args => Hosts.Worker(args, builder =>
        {
            builder.Services.AddOptions<PaymentSettings>().Validate(settings => settings.Provider.Length > 0, "Provider is missing.");
            builder.Services.AddHostedService<LazyUser<PaymentSettings>>();
        })),
        Is<QuotaTable>("unseen-writer-gone", "GURU028", "QuotaTable.ReadQuota", "Every request hangs after a failed renewal."),
        Is<InboxReader>("unseen-loop-ended", "GURU029", "InboxReader", "No mail is read any more; the service looks healthy."),
        Is<RouteOptimizer>("unseen-plinq", "GURU030", "RouteOptimizer.CostOf", "Everything is slow; all CPUs are busy."),
        Is<PresenceService>("unseen-periodic-timers", "GURU031", "PresenceService.WatchVisitorAsync", "Memory grows with each visitor."),
        Is<PrintQueue>("unseen-semaphore-wait", "GURU032", "PrintQueue.Print", "Nothing is printed after a few cancelled jobs."),

        // The second batch.
        Is<StockLedger>("unseen-upgrade", "GURU001", "StockLedger.Rebuild", "Stock numbers are never answered."),
        Is<TokenProvider>("unseen-lock-http", "GURU002", "TokenProvider.FetchToken", "All requests hang when the token is renewed."),
        Is<HostMonitor>("unseen-parallel", "GURU003", "HostMonitor.Probe", "Nothing asynchronous moves; CPU is idle."),
        Is<LedgerSync>("unseen-retry-sleep", "GURU003", "LedgerSync.Upload", "Nothing asynchronous moves while the ledger is down."),
        Is<StatusReporter>("unseen-timer-result", "GURU004", "StatusReporter.Report", "More and more threads; the pool answers late."),
        new("unseen-sync-body", ScenarioKind.Unseen, "GURU004", "UploadEndpoint.SaveUpload", "All requests wait while phones upload.", UploadEndpoint.Build),
        Is<CommentFilter>("unseen-regex", "GURU005", "CommentFilter.IsClean", "One CPU is always busy."),
        Is<TelemetrySink>("unseen-busy-consumers", "GURU005", "TelemetrySink.Drain", "All CPUs are busy without load."),
        Is<DashboardService>("unseen-when-all", "GURU006", "DashboardService.LoadReviewsAsync", "Pages are never shown."),
        Is<FileDrop>("unseen-dispose-collect", "GURU008", "ImportSession.Dispose", "The import is slow; so is all else."),
        Is<PriceHub>("unseen-event-leak", "GURU011", "OrderView", "Memory grows with each page.") with
        {
            Environment = new Dictionary<string, string> { ["GuruMeditation__Snapshot__HeapWalk"] = "true" },
            Reports = 2,
        },
        Is<WebhookSender>("unseen-closed-port", "GURU035", "WebhookSender.SendAsync", "CPU is busy; nothing is delivered."),
        new("unseen-client-per-call", ScenarioKind.Unseen, "GURU014", "127.0.0.1:", "Sometimes: too many open files.", ExchangeRates.Build),
        new("unseen-drain", ScenarioKind.Unseen, "GURU018", "MailSpool.DrainAsync", "Each deployment ends with a kill.", args => Hosts.Worker(args, builder =>
        {
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(5));
            builder.Services.AddHostedService<MailSpool>();
        })),
        Is<CertificateStore>("unseen-async-lock", "GURU032", "CertificateStore.GetAsync", "Half of the tenants get no answer."),

        // The third batch.
        Is<ExchangeCache>("unseen-lock-result", "GURU002", "ExchangeCache.Renew", "All quotes hang."),
        Is<RoutingTable>("unseen-slow-writer", "GURU002", "RoutingTable.Reload", "Nobody finds a route while the table is loaded."),
        Is<AuditQueue>("unseen-dead-reader", "GURU003", "AuditQueue.Record", "All requests hang; the audit log is silent."),
        Is<CountryTable>("unseen-lazy-task", "GURU006", "CountryTable", "No request ends; no thread is busy."),
        Is<PhotoService>("unseen-large-arrays", "GURU007", "PhotoService.Encode", "Photos are slow; the collector is busy."),
        Is<CartService>("unseen-timer-closures", "GURU011", "Cart", "Memory grows with each cart.") with
        {
            Environment = new Dictionary<string, string> { ["GuruMeditation__Snapshot__HeapWalk"] = "true" },
            Reports = 2,
        },
        Is<DeviceGateway>("unseen-finalizer-wait", "GURU012", "DeviceHandle.Close", "Memory grows though nothing refers to it."),
        Is<TransferDesk>("unseen-crossed-semaphores", "GURU032", "TransferDesk.MoveAsync", "Transfers hang; no thread is busy."),
    ];

    private static Scenario Is<T>(string name, string finding, string guilty, string symptom)
        where T : class, IHostedService =>
        new(name, ScenarioKind.Unseen, finding, guilty, symptom, Hosts.Worker<T>);
}

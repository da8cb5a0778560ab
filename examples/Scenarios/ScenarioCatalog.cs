using Scenarios.Evidence;
using Scenarios.Healthy;
using Scenarios.Roots;
using Scenarios.Sick;
using Scenarios.Unseen;
using Scenarios.Variants;

namespace Scenarios;

/// <summary>All scenarios. Tests and docs/scenarios.md read them from <c>list --json</c>.</summary>
internal static class ScenarioCatalog
{
    private static readonly Dictionary<string, string> s_walkedHeap = new() { ["GuruMeditation__Snapshot__HeapWalk"] = "true" };

    // 0x18000000 = 384 MiB, as a small container would have.
    private static readonly Dictionary<string, string> s_smallHeap = new(s_walkedHeap) { ["DOTNET_GCHeapHardLimit"] = "0x18000000" };

    public static IReadOnlyList<Scenario> All { get; } = [.. Sick(), .. Variants(), .. RootsCatalog.All, .. UnseenCatalog.All, .. EvidenceCatalog.All, .. Healthy()];

    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    private static IEnumerable<Scenario> Sick() =>
    [
        Is<TransferService>("deadlock", "GURU001", "TransferService.Transfer", "Transfers hang, then every balance request."),
        Is<CatalogService>("await-cycle", "GURU001", "CatalogService.LoadProductsAsync", "The catalog never loads; no thread is busy."),
        Is<PriceListService>("convoy", "GURU002", "PriceListService.Reload", "Prices are not answered while they are reloaded."),
        Is<QuoteService>("starvation", "GURU003", "QuoteService.Fetch", "Nothing asynchronous moves any more; CPU is idle."),
        Is<OrderService>("sync-over-async", "GURU004", "OrderService.Load", "Orders stop under load; CPU is idle."),
        Is<QueuePoller>("spin", "GURU005", "QueuePoller.Poll", "One CPU is always busy, though nothing is to be done."),
        Is<RequestBroker>("stalled-async", "GURU006", "RequestBroker.AskAsync", "Requests never end; memory grows slowly."),
        Is<ReportBuilder>("gc-pauses", "GURU007", "ReportBuilder.BuildRows", "Every request is slow now and then."),
        Is<ImageService>("gc-induced", "GURU008", "ImageService.FreeMemory", "CPU goes into collections; throughput is poor."),
        Is<PageArchive>("fragmentation", "GURU009", "large", "The process is large, its objects are not."),
        Is<SessionService>("memory-limit", "GURU010", "SessionState", "The service is killed every few hours.") with { Environment = s_smallHeap },
        Is<DocumentCache>("memory-growth", "GURU011", "CustomerDocument", "Memory grows by the hour.") with { Environment = s_walkedHeap, Reports = 2 },
        Is<TempFileService>("finalizer", "GURU012", "TempFile", "Memory grows though nothing refers to it."),
        Is<PriceFeed>("exceptions", "GURU013", "PriceFeed.ParsePrice", "The feed is slow; CPU is busy with nothing visible."),
        Is<InvoiceService>("descriptors", "GURU014", "invoice-template", "Sometimes: too many open files."),
        Is<GatewayService>("close-wait", "GURU015", "127.0.0.1:", "Connections to the peer run out."),
        Is<MigrationService>("stuck-start", "GURU017", "MigrationService", "The service never becomes ready."),
        Worker("stuck-stop", ScenarioKind.Sick, "GURU018", "MailQueueService", "Deployments take as long as the shutdown limit.", builder =>
        {
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(5));
            builder.Services.AddHostedService<MailQueueService>();
        }),
        Is<XmlExportService>("assemblies", "GURU022", "Microsoft.GeneratedCode", "Memory grows; the heap does not."),
        Is<NotificationService>("threads", "GURU023", "NotificationService.SendMail", "The process has more and more threads."),
        new("options", ScenarioKind.Sick, "GURU025", "SmtpOptions", "Mails fail at the first use, hours after the start.", ConfigurationScenarios.InvalidOptions),
        new("override", ScenarioKind.Sick, "GURU026", "Orders:Endpoint", "The configured endpoint is not used.", ConfigurationScenarios.OverriddenByCode)
        {
            Environment = new Dictionary<string, string> { ["Orders__Endpoint"] = "https://orders.example" },
        },
        Is<IdleService>("environment", "GURU027", "Development", "Production shows developer pages and debug logs.") with
        {
            Environment = new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Development", ["INVOCATION_ID"] = "5f0c", ["JOURNAL_STREAM"] = "8:1" },
        },
        Is<SettingsService>("abandoned-lock", "GURU028", "SettingsService.ReadRegion", "Settings can no longer be read after a failed import."),
        new("service-ended", ScenarioKind.Sick, "GURU029", "StockPoller", "Stock numbers are old; the service looks healthy.", ConfigurationScenarios.IgnoringFaults<StockPoller>),
        Is<ThumbnailService>("pool-overload", "GURU030", "ThumbnailService.Render", "Everything is slow; all CPUs are busy."),
        Is<SessionTracker>("timers", "GURU031", "SessionTracker.CheckSession", "Memory and CPU grow with each session."),
        Is<ExportService>("semaphore", "GURU032", "ExportService.ExportAsync", "Exports stop after a few errors."),
        Is<PrintServer>("accept-queue", "GURU033", "PrintServer.AcceptForever", "Clients connect and get no answer."),
        Is<BackupService>("zombies", "GURU034", "true", "The process list is full of <defunct>."),
    ];

    private static IEnumerable<Scenario> Variants() =>
    [
        Varies<WarehouseService>("deadlock-ring", "GURU001", "WarehouseService.TakeFrom", "Reservations hang."),
        Varies<ProfileService>("await-cycle-lazy", "GURU001", "ProfileService.LoadPartAsync", "A profile never loads."),
        Varies<RouteTableService>("convoy-writer", "GURU002", "RouteTableService.RefreshRoutes", "Routing stands while routes are refreshed."),
        Varies<HeartbeatService>("starvation-timer", "GURU003", "HeartbeatService.Beat", "Nothing asynchronous moves any more."),
        Varies<InvoiceJob>("sync-over-async-all", "GURU004", "InvoiceJob.RunJob", "Invoices stop; CPU is idle."),
        new("sync-over-async-web", ScenarioKind.Variant, "GURU004", "StockEndpoint.GetStock", "Requests time out under load.", StockEndpoint.Build),
        Varies<PostcodeService>("spin-regex", "GURU005", "PostcodeService.IsValid", "One request never ends and costs a CPU."),
        Varies<AuditLog>("stalled-channel", "GURU006", "AuditLog.RecordAsync", "Requests that write to the audit log hang."),
        Varies<VideoService>("gc-pauses-graph", "GURU007", "VideoService.NextFrame", "Frames are dropped."),
        Varies<MemoryGauge>("gc-induced-metric", "GURU008", "MemoryGauge.ReadHeapSize", "CPU is busy since metrics were added."),
        Varies<TickerService>("memory-limit-event", "GURU010", "PriceView", "The service is killed for its memory.") with { Environment = s_smallHeap },
        Varies<ScanService>("memory-growth-native", "GURU011", "native", "The process grows, its heap does not.") with { Environment = s_walkedHeap, Reports = 2 },
        Varies<ConnectionPool>("finalizer-slow", "GURU012", "PooledConnection", "Memory grows though nothing refers to it."),
        Varies<FeedClient>("exceptions-retry", "GURU035", "HttpRequestException", "CPU is busy, the log is quiet."),
        Varies<MetricsSender>("descriptors-sockets", "GURU014", "socket", "Sometimes: too many open files."),
        Varies<ChatServer>("close-wait-server", "GURU015", "127.0.0.1:", "Memory and descriptors grow with visitors."),
        Varies<CacheWarmup>("stuck-start-blocked", "GURU017", "CacheWarmup.StartAsync", "The service never becomes ready."),
        Worker("stuck-stop-join", ScenarioKind.Variant, "GURU018", "ConsumerService.StopAsync", "The service is killed at each deployment.", builder =>
        {
            builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(5));
            builder.Services.AddHostedService<ConsumerService>();
        }),
        Varies<RuleCompiler>("assemblies-collectible", "GURU022", "PriceRules", "Memory grows with each change of the rules."),
        Varies<DeviceService>("threads-tasks", "GURU023", "ListenToDevice", "The process has more and more threads."),
        new("options-validator", ScenarioKind.Variant, "GURU025", "RetryOptions", "The first call fails.", ConfigurationScenarios.InvalidRetries),
        new("override-file", ScenarioKind.Variant, "GURU026", "Payments:Timeout", "The configured time limit is not used.", ConfigurationScenarios.OverriddenByFile)
        {
            Environment = new Dictionary<string, string> { ["Payments__Timeout"] = "00:00:30" },
        },
        Varies<IdleService>("environment-typo", "GURU027", "Prodution", "Production settings are not read.") with
        {
            Environment = new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Prodution" },
        },
        Varies<TokenStore>("abandoned-lock-scope", "GURU028", "TokenStore.ReadToken", "Nobody can log in after a renewal."),
        new("service-cancelled", ScenarioKind.Variant, "GURU029", "RateService", "Rates are old; the service looks healthy.", ConfigurationScenarios.IgnoringFaults<RateService>),
        Varies<MatrixService>("pool-overload-unsafe", "GURU030", "MatrixService.Multiply", "Everything is slow; all CPUs are busy."),
        Varies<RequestLimiter>("timers-limits", "GURU031", "CancellationTokenSource", "Memory grows with each request."),
        Varies<LedgerService>("semaphore-reentered", "GURU032", "LedgerService.WriteBalanceAsync", "Nothing is posted any more."),
    ];

    private static IEnumerable<Scenario> Healthy()
    {
        foreach (var loaded in new[] { true, false })
        {
            var suffix = loaded ? "loaded" : "idle";
            yield return Works($"healthy-hashing-{suffix}", () => new HashingService(loaded));
            yield return Works($"healthy-timers-{suffix}", () => new SchedulerService(loaded));
            yield return Works($"healthy-index-{suffix}", () => new IndexService(loaded));
            yield return Works($"healthy-pipeline-{suffix}", () => new PipelineService(loaded));
            yield return Works($"healthy-buffers-{suffix}", () => new BufferService(loaded));
            yield return Works($"healthy-locks-{suffix}", () => new CounterService(loaded));
            yield return new($"healthy-web-{suffix}", ScenarioKind.Healthy, null, null, "None.", args => ChatHub.Build(args, loaded));
        }
    }

    private static Scenario Is<T>(string name, string finding, string guilty, string symptom)
        where T : class, IHostedService =>
        new(name, ScenarioKind.Sick, finding, guilty, symptom, Hosts.Worker<T>);

    private static Scenario Varies<T>(string name, string finding, string guilty, string symptom)
        where T : class, IHostedService =>
        new(name, ScenarioKind.Variant, finding, guilty, symptom, Hosts.Worker<T>);

    private static Scenario Worker(string name, ScenarioKind kind, string finding, string guilty, string symptom, Action<HostApplicationBuilder> configure) =>
        new(name, kind, finding, guilty, symptom, args => Hosts.Worker(args, configure));

    private static Scenario Works(string name, Func<IHostedService> service) =>
        new(name, ScenarioKind.Healthy, null, null, "None.", args => Hosts.Worker(args, builder => builder.Services.AddSingleton(service())));
}

using WorkerService;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddGuruMeditationReports()
    .AddSection("Orders", () => OrderStatistics.Shared);

builder.Services.AddHttpClient<PriceClient>(client => client.BaseAddress = new Uri(builder.Configuration["Prices:Url"]!));
builder.Services.AddSingleton<OrderQueue>();
builder.Services.AddHostedService<OrderIntake>();
builder.Services.AddHostedService<OrderProcessor>();
builder.Services.AddHostedService<InventorySweeper>();

await builder.Build().RunAsync();

using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGuruMeditationReports()
    .AddSection("Articles", () => Warehouse.Shared.Levels);
builder.Services.AddHealthChecks().AddGuruMeditation();
builder.Services.AddSingleton(Warehouse.Shared);
builder.Services.AddControllers();
builder.Services.AddGrpc();

var app = builder.Build();
app.MapGet("/", () => "kill -USR1 " + Environment.ProcessId);
app.MapHealthChecks("/health");
app.MapControllers();
app.MapGrpcService<StockService>();

// Slow on purpose: ask for a report while it is on its way.
app.MapGet("/slow", async (int? seconds, CancellationToken cancellationToken) =>
{
    await Task.Delay(TimeSpan.FromSeconds(seconds ?? 1), cancellationToken);
    return "done";
});

// Slow and bad on purpose: each of them blocks a thread of the pool.
app.MapGet("/blocking", (int? seconds) =>
{
    Warehouse.CountAsync(TimeSpan.FromSeconds(seconds ?? 1)).Wait();
    return "done";
});

await app.RunAsync();

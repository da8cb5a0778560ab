var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGuruMeditationReports();

var app = builder.Build();
app.MapGet("/", () => "kill -USR1 " + Environment.ProcessId);
app.MapGet("/slow", async (int? seconds, CancellationToken cancellationToken) =>
{
    await Task.Delay(TimeSpan.FromSeconds(seconds ?? 1), cancellationToken);
    return "done";
});

await app.RunAsync();

using Serilog;
using SerilogService;

var builder = Host.CreateApplicationBuilder(args);

// With Serilog.Extensions.Hosting one may write builder.Services.AddSerilog(...) instead of these two statements.
Log.Logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
builder.Logging.ClearProviders().AddSerilog(dispose: true);

builder.Services.AddGuruMeditationReports();
builder.Services.AddSingleton<Mailbox>();
builder.Services.AddHostedService<MailReceiver>();
builder.Services.AddHostedService<MailSorter>();

await builder.Build().RunAsync();

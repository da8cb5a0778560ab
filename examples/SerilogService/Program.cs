using Serilog;
using SerilogService;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddSerilog((services, serilog) => serilog.ReadFrom.Configuration(builder.Configuration));
builder.Services.AddGuruMeditationReports();
builder.Services.AddSingleton<Mailbox>();
builder.Services.AddHostedService<MailReceiver>();
builder.Services.AddHostedService<MailSorter>();

await builder.Build().RunAsync();

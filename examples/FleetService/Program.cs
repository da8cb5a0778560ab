using FleetService;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

var builder = Host.CreateApplicationBuilder(args);

// Logs go to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, by gRPC or HTTP (OTEL_EXPORTER_OTLP_PROTOCOL); reports are logs.
builder.Logging.AddOpenTelemetry(logging =>
{
    logging.IncludeFormattedMessage = true;   // else all other records show their templates
    logging.AddOtlpExporter();
});
builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("fleet-member"));

builder.Services.AddGuruMeditationReports();
builder.Services.AddHostedService<Courier>();

await builder.Build().RunAsync();

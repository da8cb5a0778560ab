using GuruReports.LibraryZoo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Brings objects of libraries into a known state, says "ready", and waits to be asked for a report.
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
builder.Configuration.AddEnvironmentVariables();
builder.Services.AddGuruMeditationReports(builder.Configuration.GetSection("GuruMeditation"));
using var host = builder.Build();
await host.StartAsync();
var state = await Zoo.EnterAsync(args[0], args[1..]);
Console.WriteLine("ready");
while (Console.ReadLine() is not null)
{
}

GC.KeepAlive(state);

using HeatServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// heat-all: several services in one process. One signal makes one report that names each of them.
string[] names = ["heat-api", "heat-api-cfn", "heat-api-cloudwatch", "heat-engine"];
IHost[] hosts = [.. names.Select(name => HeatHost.Build(name, args))];

foreach (var host in hosts)
{
    await host.StartAsync();
}

await Task.WhenAll(hosts.Select(host => host.WaitForShutdownAsync()));

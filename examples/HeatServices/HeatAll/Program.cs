using Heat;

// heat-all: every service in one process. One signal makes one report that names each of them.
var hosts = HeatHosts.All(args);
foreach (var host in hosts)
{
    await host.StartAsync();
}

await Task.WhenAll(hosts.Select(host => host.WaitForShutdownAsync()));

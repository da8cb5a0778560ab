using Heat;

await HeatHosts.Engine(args).RunAsync();

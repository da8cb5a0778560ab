using Heat;

await HeatHosts.Api(args).RunAsync();

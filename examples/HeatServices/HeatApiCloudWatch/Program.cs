using Heat;

await HeatHosts.CloudWatch(args).RunAsync();

using Heat;

await HeatHosts.CloudFormation(args).RunAsync();

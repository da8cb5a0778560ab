using Scenarios;
using Scenarios.Evidence;

if (args is ["list", ..])
{
    ScenarioList.Write(Console.Out, asJson: args.Contains("--json"));
    return 0;
}

// What another process of a scenario does.
if (args is ["import", var name, var way])
{
    return LedgerBook.Import(name, way == "stuck");
}

if (args.Length == 0 || ScenarioCatalog.Find(args[0]) is not { } scenario)
{
    Console.Error.WriteLine("Usage: Scenarios list [--json] | Scenarios <name>");
    return 1;
}

using var host = scenario.Build(args[1..]);
await host.RunAsync();
return 0;

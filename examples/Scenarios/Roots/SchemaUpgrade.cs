namespace Scenarios.Roots;

/// <summary>Upgrades its schema before the host runs, and waits for a lock that somebody left behind.</summary>
internal static class SchemaUpgrade
{
    public static IHost Build(string[] args)
    {
        var host = Hosts.Worker<Sick.IdleService>(args);
        Ready.When(() => true);
        WaitForLock();
        return host;
    }

    private static void WaitForLock()
    {
        var file = Path.Combine(Path.GetTempPath(), "schema-upgrade-done");
        while (!File.Exists(file))
        {
            Thread.Sleep(1000);
        }
    }
}

namespace Scenarios;

/// <summary>Tells whoever started the scenario that the sickness is there.</summary>
internal static class Ready
{
    private const int NeededLooks = 5;

    /// <summary>Prints <c>ready</c> once the condition holds at several looks in a row. Looks from a thread of its own, which ends then.</summary>
    public static void When(Func<bool> established)
    {
        var watcher = new Thread(() => Watch(established)) { IsBackground = true, Name = "scenario-ready" };
        watcher.Start();
    }

    private static void Watch(Func<bool> established)
    {
        for (var looks = 0; looks < NeededLooks;)
        {
            Thread.Sleep(20);
            looks = established() ? looks + 1 : 0;
        }

        Console.WriteLine("ready");
    }
}

namespace GuruReports.AsyncZoo;

/// <summary>What a test may ask of the running zoo.</summary>
internal static class Commands
{
    public static string Run(string command)
    {
        switch (command)
        {
            case "collect":
                GC.Collect();
                return "collected";
            case "ticks":
                return Environment.TickCount64.ToString(System.Globalization.CultureInfo.InvariantCulture);
            default:
                return "unknown command";
        }
    }
}

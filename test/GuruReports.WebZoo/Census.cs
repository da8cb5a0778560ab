namespace GuruReports.WebZoo;

/// <summary>How much of each kind the zoo keeps, a few or five hundred; the tests know the same numbers.</summary>
internal static class Census
{
    public const int Counted = 3;
    public const int Small = 2;
    public const int Hubs = 3;
    public const int Invocations = 2;
    public const int Exports = 3;

    /// <summary>What is there without being asked for: an activity and the exports, two services, a timer and an item.</summary>
    public const int Unasked = 5 + Exports;

    /// <summary>What ends each time that it is asked for.</summary>
    public const int Done = 200;
    public const int Broken = 6;

    private static int s_present;

    /// <summary>Gets or sets whether there are five hundred.</summary>
    public static bool IsMany { get; set; }

    public static int Orders => IsMany ? 240 : 30;

    public static int Placed => IsMany ? 150 : 20;

    public static int Lost => IsMany ? 50 : 4;

    public static int Calls => IsMany ? 25 : 5;

    public static int Streams => IsMany ? 15 : 3;

    public static int Sockets => IsMany ? 11 : 4;

    /// <summary>All that says when it is there: the above, one that was left and one that was forgotten.</summary>
    private static int All => Orders + Placed + Counted + Small + Lost + Calls + Streams + Sockets + Hubs + Invocations + Unasked + 2;

    /// <summary>How many have said that they are there.</summary>
    public static int Present => Volatile.Read(ref s_present);

    public static void Enter()
    {
        if (Interlocked.Increment(ref s_present) == All)
        {
            Console.WriteLine("ready");
        }
    }
}

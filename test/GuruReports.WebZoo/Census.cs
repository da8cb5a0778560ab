namespace GuruReports.WebZoo;

/// <summary>How much of each kind the zoo keeps; the tests know the same numbers.</summary>
internal static class Census
{
    public const int Orders = 30;
    public const int Placed = 20;
    public const int Counted = 3;
    public const int Small = 2;
    public const int Lost = 4;
    public const int Calls = 5;
    public const int Streams = 3;
    public const int Sockets = 4;
    public const int Hubs = 3;
    public const int Invocations = 2;

    /// <summary>What ends each time that it is asked for.</summary>
    public const int Done = 200;
    public const int Broken = 6;

    private static int s_present;

    /// <summary>All that says when it is there: the above, one that was left, one that was forgotten, the activity, two services, a timer and an item.</summary>
    private const int All = Orders + Placed + Counted + Small + Lost + Calls + Streams + Sockets + Hubs + Invocations + 7;

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

namespace GuruReports.WebZoo.Services;

/// <summary>A thread that allocates and has all generations collected in turn: objects move while they are looked for.</summary>
internal static class Collections
{
    private const int Kept = 1_000;

    public static void Start() => new Thread(Run) { IsBackground = true, Name = "collections", Priority = ThreadPriority.BelowNormal }.Start();

    private static void Run()
    {
        var kept = new object[Kept];
        for (var turn = 0; ; turn++)
        {
            for (var i = 0; i < 20_000; i++)
            {
                kept[(turn + i) % Kept] = new byte[100 + (i % 900)];
            }

            GC.Collect(turn % 3, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }
}

using System.Runtime.CompilerServices;

namespace GuruReports.ThreadZoo;

/// <summary>Methods that allocate, each of which counts what it allocated.</summary>
internal static class Allocators
{
    private static readonly Order[] Kept = new Order[16];
    private static readonly List<byte[]> Pages = [];
    private static byte[]? s_last;
    private static string? s_name;

    /// <summary>Gets the bytes by place, as the allocating thread itself counts them.</summary>
    public static Dictionary<string, long> Truth { get; } = new() { ["Fill"] = 0, ["Name"] = 0, ["Keep"] = 0 };

    /// <summary>Gets the line of the request for a collection.</summary>
    public static int AskLine { get; private set; }

    /// <summary>Allocates for ever: much in buffers, less in strings, little in objects.</summary>
    public static void Mix()
    {
        for (var round = 0; ; round++)
        {
            Count("Fill", round, static _ => Fill());
            Count("Name", round, Name);
            Count("Keep", round, Keep);
        }
    }

    /// <summary>Asks for collections for ever.</summary>
    public static void Ask()
    {
        while (true)
        {
            Collect();
        }
    }

    /// <summary>Allocates large arrays for ever.</summary>
    public static void Large()
    {
        while (true)
        {
            Page();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill()
    {
        for (var index = 0; index < 6; index++)
        {
            s_last = new byte[8192];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Name(int round) => s_name = new string((char)('a' + (round % 26)), 12_000);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(int round)
    {
        for (var index = 0; index < 256; index++)
        {
            Kept[index % Kept.Length] = new Order(round, index);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        Here();
        GC.Collect();
        Keeper.Leave();
    }

    private static void Here([CallerLineNumber] int line = 0) => AskLine = line + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Page()
    {
        Pages.Add(GC.AllocateUninitializedArray<byte>(1 << 20));
        if (Pages.Count > 8)
        {
            Pages.Clear();
        }
    }

    private static void Count(string place, int round, Action<int> allocate)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        allocate(round);
        Truth[place] += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed record Order(int Number, int Line);
}

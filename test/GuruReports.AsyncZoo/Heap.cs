namespace GuruReports.AsyncZoo;

/// <summary>Ballast and allocation load.</summary>
internal static class Heap
{
    private static readonly List<object> s_ballast = [];

    private sealed class Node
    {
        public Node? Left { get; init; }

        public object? Right { get; init; }

        public long Value { get; init; }
    }

    /// <summary>Keeps about that many megabytes of small linked objects, strings and arrays alive.</summary>
    public static void Fill(int megabytes)
    {
        for (var megabyte = 0; megabyte < megabytes; megabyte++)
        {
            Node? last = null;
            for (var i = 0; i < 16_000; i++)
            {
                last = new Node { Left = last, Value = i };
            }

            s_ballast.Add(last!);
            for (var i = 0; i < 2_000; i++)
            {
                s_ballast.Add(new string('x', 40));
            }

            s_ballast.Add(new byte[160_000]);
        }
    }

    /// <summary>Starts threads that allocate without end, some of it surviving a while.</summary>
    public static void StartLoad(int threads)
    {
        for (var i = 0; i < threads; i++)
        {
            new Thread(Allocate, 256 * 1024) { IsBackground = true, Name = "zoo-load" }.Start();
        }
    }

    private static void Allocate()
    {
        var window = new object[4_096];
        for (var i = 0; ; i++)
        {
            window[i % window.Length] = (i % 7) switch
            {
                0 => new byte[i % 5_000],
                1 => new Node(),
                2 => i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => new object[i % 31],
            };
        }
    }
}

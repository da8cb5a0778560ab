using System.Globalization;

namespace GuruReports.SnapshotTarget;

/// <summary>The child processes of this one, zombies included.</summary>
internal static class Children
{
    /// <summary>The images: children that run this very executable on one thread and have no child, as the helper's parent has.</summary>
    public static List<int> Images()
    {
        var own = All().Where(child => IsOwnExecutable(child) && Threads(child) == 1).ToList();
        return [.. own.Where(static child => Of(child).Count == 0)];
    }

    /// <summary>The helpers, which are children of a child.</summary>
    public static List<int> Helpers() => [.. All().SelectMany(Of).Concat(All()).Where(child => Read(child, "cmdline").Contains("SnapshotReader", StringComparison.Ordinal))];

    public static List<int> All() => Of(Environment.ProcessId);

    /// <summary>The process that a helper is a child of.</summary>
    public static string ParentOf(int process) => Parent(process) ?? "";

    private static List<int> Of(int parent)
    {
        var own = parent.ToString(CultureInfo.InvariantCulture);
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id) && Parent(id) == own)
            {
                children.Add(id);
            }
        }

        return children;
    }

    /// <summary>Waits until there is none left; the tear-down of an image is not part of a snapshot's time.</summary>
    public static int AfterTearDown()
    {
        var deadline = Environment.TickCount64 + 5000;
        while (All().Count > 0 && Environment.TickCount64 < deadline)
        {
            Thread.Sleep(10);
        }

        return All().Count;
    }

    /// <summary>Waits for the image and the helper of the session that is under way.</summary>
    public static (int Image, int Helper) WaitForBoth()
    {
        var deadline = Environment.TickCount64 + 10_000;
        while (Environment.TickCount64 < deadline)
        {
            // An image is only reported once the helper has been told of it; asking for it first keeps that order. A helper
            // that has not begun its own program yet looks like an image, and so does its parent before it has one.
            if (Images() is [var image, ..] && Helpers() is [var helper, ..] && image != helper && Of(image).Count == 0)
            {
                return (image, helper);
            }

            Thread.Yield();
        }

        throw new TimeoutException("no image appeared");
    }

    private static bool IsOwnExecutable(int process) =>
        Read(process, "cmdline") is { Length: > 0 } line && line == Read(Environment.ProcessId, "cmdline");

    private static int Threads(int process)
    {
        try
        {
            return Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string? Parent(int process)
    {
        // pid (name, which may hold anything) state ppid
        var stat = Read(process, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? fields[1] : null;
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

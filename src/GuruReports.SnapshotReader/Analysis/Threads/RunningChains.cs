using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Joins the tasks in the frames of threads with what these threads have still to resume.</summary>
internal static class RunningChains
{
    public static IReadOnlyList<RunningChain> Find(Image image, IReadOnlyList<ThreadImage> threads)
    {
        var dispatchers = new Dispatchers(image);
        var result = new List<RunningChain>();
        foreach (var thread in threads)
        {
            var next = dispatchers.Read(thread.Thread);
            if (next.Count == 0)
            {
                continue;
            }

            var runs = Runs(image, thread);
            for (var i = 0; i < next.Count; i++)
            {
                // Each dispatcher has one frame, so both lists have one order; without frames nothing joins them.
                var (task, frame) = runs.Count == next.Count ? runs[i] : (0, -1);
                result.Add(new RunningChain(task, thread.ManagedId, frame < 0 ? null : thread.Frames[frame], next[i]));
            }
        }

        return result;
    }

    /// <summary>The tasks with the frame of the method that each has resumed, innermost first.</summary>
    private static List<(ulong Task, int Frame)> Runs(Image image, ThreadImage thread)
    {
        var result = new List<(ulong, int)>();
        for (var i = 0; i < thread.Frames.Count; i++)
        {
            var method = thread.Frames[i].Method;
            if (image.Known.TypeOf(method.Type) is { } type && Dispatchers.IsRunner(type, method.Name))
            {
                var task = ThreadReader.ComparedRootsOf(thread).FirstOrDefault(root => root.Frame == i && thread.Runs.Contains(root.Object)).Object;
                var resumed = i - 1;
                while (resumed >= 0 && WaitRules.IsStub(thread.Frames[resumed].Method))
                {
                    resumed--;
                }

                result.Add((task, resumed));
            }
        }

        return result;
    }
}

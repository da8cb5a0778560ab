namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Says what of the heap was not walked.</summary>
internal static class WalkNotes
{
    private const ulong WorthTelling = 4096;

    public static void Add(Image image, HeapWalker walker)
    {
        if (walker.StoppedByDeadline)
        {
            image.Notes.Add(FormattableString.Invariant(
                $"{walker.Share:P1} of the heap was walked, then {image.Clock.OverText}: tasks and locks in the rest are missing."));
        }

        // Less is what threads had reserved for a new object when the image was taken: nothing is missing there.
        if (walker.UnreadableBytes > WorthTelling)
        {
            image.Notes.Add(FormattableString.Invariant(
                $"{walker.UnreadableBytes} bytes of the heap held no recognisable object and were passed over; threads were allocating there."));
        }

        foreach (var kind in image.Kinds.Kinds.Where(static kind => kind.Kept == CollectedObjects.MostKept))
        {
            image.Notes.Add(FormattableString.Invariant($"{CollectedObjects.MostKept} objects of {kind.Name} were looked at, as pools, queues or work; others may be missing."));
        }
    }
}

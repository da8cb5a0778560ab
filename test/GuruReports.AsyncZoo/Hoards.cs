using System.Collections.Concurrent;

namespace GuruReports.AsyncZoo;

/// <summary>Collections that hold many objects: by a field, by a static field, by handlers of an event, and behind another object.</summary>
internal sealed class Hoards
{
    private static readonly Dictionary<string, Piece> s_byName = [];
    private readonly List<object> _pieces = [];
    private readonly ConcurrentDictionary<int, Piece> _byNumber = [];

    private event Action Changed = static () => { };

    public void Build(int each)
    {
        for (var number = 0; number < each; number++)
        {
            var piece = new Piece(number);
            _pieces.Add(piece);
            s_byName[$"piece {number}"] = piece;
            _byNumber[number] = piece;
            Changed += piece.Look;
        }

        Changed();
    }

    private sealed class Piece(int number)
    {
        private int _looked = number;

        public void Look() => _looked++;
    }
}

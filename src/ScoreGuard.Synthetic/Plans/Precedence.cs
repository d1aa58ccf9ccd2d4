namespace ScoreGuard.Synthetic.Plans;

/// <summary>Puts things behind those that they need, otherwise as they stand.</summary>
internal static class Precedence
{
    /// <summary>Places in an order in which each comes behind its needs.</summary>
    /// <returns>Circle: a chain of places that wait for each other, first and last the same; empty where there is none.</returns>
    public static (int[] Order, int[] Circle) Order(int count, Func<int, IEnumerable<int>> needs)
    {
        var order = new List<int>(count);
        var state = new byte[count];
        var path = new List<int>();
        int[] circle = [];
        for (var place = 0; place < count; place++)
        {
            Visit(place);
        }

        return ([.. order], circle);

        void Visit(int place)
        {
            const byte Open = 1;
            const byte Done = 2;
            if (state[place] == Open && circle.Length == 0)
            {
                circle = [.. path.SkipWhile(other => other != place), place];
            }

            if (state[place] != 0)
            {
                return;
            }

            state[place] = Open;
            path.Add(place);
            foreach (var need in needs(place))
            {
                Visit(need);
            }

            path.RemoveAt(path.Count - 1);
            state[place] = Done;
            order.Add(place);
        }
    }
}

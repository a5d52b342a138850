using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Balls on a tiled floor, lit by one lamp: rays, shadows, highlights, a wall in the dusk behind.</summary>
sealed class Spheres : IScene
{
    readonly record struct Ball(Vector Centre, double Radius, Rgb Colour);

    readonly List<Ball> _balls = [];
    readonly ValueNoise _noise;
    readonly Vector _light;
    readonly Vector _eye;
    readonly double _tilesPerUnit;
    readonly Rgb _tileA;
    readonly Rgb _tileB;
    readonly Rgb _wall;

    public Spheres(ulong seed)
    {
        var random = new SplitMix64(seed);
        var colours = Palette.Objects(ref random);
        _noise = new ValueNoise(random.Next());
        _light = new Vector(random.NextBetween(-0.9, 0.9), 1.1, random.NextBetween(-0.9, -0.3)).Normalised();
        (_tileA, _tileB, _wall) = (colours[3], colours[4], colours[random.NextIndex(3)]);
        _eye = new Vector(random.NextBetween(-1, 1), random.NextBetween(0.9, 2.2), -4.2);
        _tilesPerUnit = random.NextBetween(0.6, 1.6);
        var count = 3 + random.NextIndex(3);
        while (_balls.Count < count)
        {
            var radius = random.NextBetween(0.3, 0.85);
            var centre = new Vector(random.NextBetween(-1.9, 1.9), radius, random.NextBetween(-1.2, 2));
            if (_balls.TrueForAll(ball => (ball.Centre - centre).Length > ball.Radius + radius))
            {
                _balls.Add(new Ball(centre, radius, colours[random.NextIndex(4)]));
            }
        }
    }

    public Rgb Shade(double x, double y)
    {
        // The eye looks at the middle of the floor, whatever its place.
        var ray = new Vector(((x - 0.667) * 1.05) - (0.2 * _eye.X), ((0.42 - y) * 1.05) - (0.08 * _eye.Y), 1).Normalised();
        var nearest = double.MaxValue;
        Ball? hit = null;
        foreach (var ball in _balls)
        {
            var distance = Meet(_eye, ray, ball);
            if (distance > 0 && distance < nearest)
            {
                (nearest, hit) = (distance, ball);
            }
        }

        if (hit is { } found)
        {
            return OnBall(_eye + (ray * nearest), ray, found);
        }

        return ray.Y < -0.02 ? OnFloor(_eye + (ray * (-_eye.Y / ray.Y))) : OnWall(x, y);
    }

    Rgb OnBall(Vector point, Vector ray, Ball ball)
    {
        var normal = (point - ball.Centre) * (1 / ball.Radius);
        var facing = normal.Dot(_light);
        var lit = facing > 0 && !InShadow(point + (normal * 0.001)) ? facing : 0;
        var mirrored = ray - (normal * (2 * ray.Dot(normal)));
        var shine = lit > 0 ? Curve.Power(Curve.Clamp(mirrored.Dot(_light)), 40) : 0;
        var grain = 0.85 + (0.3 * _noise.Fractal((point.X * 5) + point.Z, point.Y * 5, 4));
        return (ball.Colour * ((0.16 + (0.85 * lit)) * grain)) + (new Rgb(1, 1, 0.95) * (0.7 * shine));
    }

    Rgb OnFloor(Vector point)
    {
        var even = (((int)Math.Floor(point.X * _tilesPerUnit) + (int)Math.Floor(point.Z * _tilesPerUnit)) & 1) == 0;
        var stone = 0.6 + (0.7 * _noise.Fractal(point.X * 3, point.Z * 3, 5));
        var lit = InShadow(point + new Vector(0, 0.001, 0)) ? 0.25 : 0.9;
        var colour = (even ? _tileA : _tileB) * (stone * lit);
        return Rgb.Mix(colour, _wall * 0.5, Curve.Clamp((point.Z - 2) / 10));
    }

    Rgb OnWall(double x, double y)
    {
        var lamp = ((x - 0.667 - (_light.X * 0.5)) * (x - 0.667 - (_light.X * 0.5))) + (y * y);
        return _wall * ((0.25 + (0.12 / (0.15 + lamp))) * (0.8 + (0.4 * _noise.Fractal(x * 6, y * 6, 4))));
    }

    bool InShadow(Vector point) => _balls.Exists(ball => Meet(point, _light, ball) > 0);

    // The distance along the ray to the near side of the ball; negative when they do not meet.
    static double Meet(Vector from, Vector ray, Ball ball)
    {
        var toCentre = ball.Centre - from;
        var along = toCentre.Dot(ray);
        var inside = (along * along) - toCentre.Dot(toCentre) + (ball.Radius * ball.Radius);
        return inside < 0 ? -1 : along - Math.Sqrt(inside);
    }
}

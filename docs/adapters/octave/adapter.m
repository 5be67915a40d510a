% Lets tripleflip check functions written for Octave (version 7 or newer, for jsondecode):
%
%   tripleflip check splitting g_D W_SSI -- octave-cli --quiet --no-init-file adapter.m
%
% Replace the functions below by your own. They get the parameters by name in a struct (tripleflip list quantities shows
% the names), as doubles in SI units; frequencies are in rad/s. An error or NaN is the right answer outside the domain.
1;  % this file is a script, not a function

function out = splitting (in)
  out = hypot (in.Delta, in.D);
end

function out = g_D (in)
  if (! (in.DD > 0)), error ("outside the domain: DD > 0"); end
  out = 1 / (pi * in.DD * (1 + (in.D / in.DD)^2));
end

function out = W_SSI (in)
  if (! (in.A2 > 0 && in.DD > 0 && in.omega0I > 0)), error ("outside the domain: A2, DD, omega0I > 0"); end
  if (! (abs (in.Delta) <= in.omega0I)), error ("outside the domain: |Delta| <= omega0I"); end
  % Not omega0I^2 - Delta^2, which loses digits where the two are nearly equal.
  D = sqrt (in.omega0I - in.Delta) * sqrt (in.omega0I + in.Delta);
  out = in.A2 / in.omega0I * (in.DD * D / (D * D + in.DD * in.DD));
end

function out = answer_to (quantity, in)
  switch (quantity)
    case "splitting", out = splitting (in);
    case "g_D", out = g_D (in);
    case "W_SSI", out = W_SSI (in);
    case "W for D0 >= omega0I >> DD", out = pi / 2 * in.A2 * (in.DD / in.omega0I);
    otherwise, error ("no such quantity here: %s", quantity);
  end
end

% From here on nothing needs to be changed. Standard output is for answers alone: print what else you want to see with
% fprintf (stderr, ...), and end your statements with a semicolon.
sigterm_dumps_octave_core (false);  % leave no file octave-workspace behind where it is ended
while (true)
  % Not fgetl (stdin), which waits for the first character of the next line: that comes only after the answer.
  try, line = input ("", "s"); catch, break; end
  request = jsondecode (line);
  try
    in = structfun (@str2double, request.in, "UniformOutput", false);
    printf ("{\"id\":%d,\"out\":\"%.17g\"}\n", request.id, answer_to (request.quantity, in));
  catch err
    printf ("{\"id\":%d,\"error\":%s}\n", request.id, jsonencode (err.message));
  end
  fflush (stdout);  % without it the answer would wait in a buffer
end

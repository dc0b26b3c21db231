int user;
